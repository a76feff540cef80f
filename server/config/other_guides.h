#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringView>

#include <vector>

namespace gatehouse::config {

/// A name from the guide of a service that Gatehouse replaces, which is no setting here: an operator who brings it along is told
/// what became of it, and the server starts.
struct OtherName {
    QByteArray name; ///< a variable, or a key of a file ("websocket.*" for a whole section); a final * stands for anything
    QStringView note; ///< a sentence that follows the name: what replaced it, or when it matters
};

/// All of them; the first that fits counts.
[[nodiscard]] const std::vector<OtherName> &otherNames();

/// What became of a variable, `AUTOSCALER_SECTION_KEY` and `…_FILE` included; empty when it belongs to no guide.
[[nodiscard]] QString noteOnVariable(const QByteArray &variable);

/// What became of a key of another guide's file; empty when it belongs to none.
[[nodiscard]] QString noteOnFileKey(const QByteArray &key);

/// A flag of another program.
struct OtherFlag {
    QStringView note;
    bool takesValue = true;
    bool isNeeded = false; ///< the server would be another one without it, so that it does not start
};
/// What became of a flag of `hakanai-server`; null when it has none of that name.
[[nodiscard]] const OtherFlag *findOtherFlag(const QByteArray &flag);

/// Whether a variable was not written by an operator but by Kubernetes, which tells every pod of the services beside it:
/// a service called `gatehouse` makes GATEHOUSE_SERVICE_HOST, GATEHOUSE_PORT_8080_TCP and so on.
[[nodiscard]] bool isKubernetesServiceLink(const QByteArray &variable, const QMap<QByteArray, QByteArray> &environment);

} // namespace gatehouse::config
