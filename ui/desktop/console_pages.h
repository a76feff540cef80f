#pragma once

#include "client/admin_session.h"
#include "client/live_stream.h"
#include "client/user_directory.h"
#include "desktop/shell/page.h"
#include "desktop/shell/preferences.h"
#include "desktop/shell/profile_store.h"
#include "desktop/shell/server_profile.h"
#include "desktop/tables/table_memory.h"

namespace gatehouse::desktop {

/// What pages are made of. All of it outlives them.
struct PageParts {
    Theme &theme;
    const ServerProfile &profile;
    client::AdminSession &session;
    client::UserDirectory &users;
    client::LiveStream &stream;
    Preferences &preferences;
    ProfileStore &profiles;
    TableMemory &tables;
    std::function<void(const ServerProfile &profile)> switchTo; ///< has the window go to another server
};

/// Every page of the console, in the order of the list at the side. The only place that knows them all.
[[nodiscard]] std::vector<PageEntry> consolePages(const PageParts &parts);

} // namespace gatehouse::desktop
