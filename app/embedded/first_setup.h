#pragma once

#include "config/settings_loader.h"
#include "desktop/guide/local_setup.h"

namespace gatehouse::embedded {

/// Sets up a server that has never run here: finds out whether it would start so, puts its secrets into the keychain, and writes
/// the file that `gatehouse serve` reads as well. All but isNeeded() blocks, and belongs into the thread that asks keychains.
class FirstSetup
{
public:
    /// `sources`: what the server would be configured by without it.
    explicit FirstSetup(config::SettingSources sources)
        : m_sources(std::move(sources))
    {
    }

    /// Whether there is neither a configuration nor data.
    [[nodiscard]] bool isNeeded() const;
    /// What would come of `setup`. Changes nothing.
    [[nodiscard]] desktop::SetupReport tryOut(const desktop::LocalSetup &setup) const;
    /// Keeps `setup`, unless there are problems.
    [[nodiscard]] desktop::SetupReport adopt(const desktop::LocalSetup &setup) const;

private:
    [[nodiscard]] QByteArray fileFor(const desktop::LocalSetup &setup) const;
    [[nodiscard]] Result<void> writeFile(const desktop::LocalSetup &setup) const;

    const config::SettingSources m_sources;
};

} // namespace gatehouse::embedded
