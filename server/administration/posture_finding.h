#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse::administration {

/// What one look at the hardening of a deployment found.
struct PostureFinding {
    enum class Verdict {
        Good,
        Weak, ///< works, and could be safer
        Bad, ///< lets in who should not be, or shows what should not be seen
    };
    QByteArray id; ///< the same while it is the same matter: "limits.enabled"
    Verdict verdict = Verdict::Good;
    QString title; ///< what was looked at
    QString evidence; ///< what was found; never a secret
    QString remedy = {}; ///< what to do; empty where all is well
};

} // namespace gatehouse::administration
