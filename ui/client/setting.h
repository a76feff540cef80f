#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace gatehouse::client {

/// A setting of the server, as it is in force.
struct Setting {
    QString key; ///< http.port
    QString value; ///< as one writes it; passwords in addresses are masked
    QString defaultValue;
    QString origin; ///< default, a place in a file, a variable, a flag or override
    QString meaning;
    bool live = false; ///< may be changed while the server runs
    bool list = false; ///< with commas between

    [[nodiscard]] static std::vector<Setting> listFromJson(const QJsonObject &object);
    [[nodiscard]] bool isOverridden() const;
    [[nodiscard]] bool isDefault() const;
    /// What is before the first dot.
    [[nodiscard]] QString section() const;
};

/// How a setting changes, or would.
struct SettingChange {
    QString key;
    QString before;
    QString after;

    [[nodiscard]] static std::vector<SettingChange> listFromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
