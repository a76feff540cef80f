#pragma once

#include "core/error.h"

#include <QString>

/// The file that tells supervisors the number of this process; gone when the process ends in order.
class PidFile
{
public:
    /// An empty `path` writes none. Fails with Unavailable, naming the setting.
    [[nodiscard]] static gatehouse::Result<PidFile> write(const QString &path);
    /// Whether write() could; makes nothing. Fails as it does.
    [[nodiscard]] static gatehouse::Result<void> check(const QString &path);
    PidFile(PidFile &&other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {
    }
    PidFile &operator=(PidFile &&) = delete;
    ~PidFile();

private:
    explicit PidFile(QString path)
        : m_path(std::move(path))
    {
    }
    QString m_path;
};
