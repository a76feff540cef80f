#pragma once

#include "client/trouble.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// What went wrong, in words.
class TroubleWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::TroubleWords)

public:
    /// What it is and what to do, as two sentences.
    [[nodiscard]] static QString sentences(const client::Trouble &trouble);
};

} // namespace gatehouse::desktop
