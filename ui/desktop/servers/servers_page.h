#pragma once

#include "desktop/shell/page.h"
#include "desktop/shell/profile_store.h"

#include <functional>

namespace gatehouse::desktop {

class NoticeBar;

/// The servers this console knows: switch, add, change, forget; hand the list to another console.
class ServersPage : public Page
{
    Q_OBJECT

public:
    using SwitchTo = std::function<void(const ServerProfile &profile)>;

    /// `current`: the server that the console is at.
    ServersPage(Theme &theme, const ServerProfile &current, ProfileStore &profiles, SwitchTo switchTo, QWidget *parent = nullptr);

    void importFrom(const QString &path);
    void exportTo(const QString &path);

private:
    void addActs();
    void showProfiles();
    void edit(const ServerProfile &profile);
    void forget(const ServerProfile &profile);
    void chooseImport();
    void chooseExport();

    const QString m_currentId;
    ProfileStore &m_profiles;
    const SwitchTo m_switchTo;
    NoticeBar *m_notice;
    QVBoxLayout *m_rows;
};

} // namespace gatehouse::desktop
