#pragma once

#include "core/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace gatehouse {

/// What a command's line says, taken apart: `users add alice --role admin --data-dir /srv` has one positional argument,
/// one option of its own, and settings for whoever loads those.
class Arguments
{
public:
    /// The options a command has of its own, with their dashes.
    struct Options {
        QStringList flags; ///< stand alone: "--json"
        QStringList valued; ///< take a value, as `--role admin` or `--role=admin`
        QStringList repeated = {}; ///< those of `valued` that may be there several times
        QMap<QString, QString> aliases = {}; ///< other spellings, such as "-f" for "--file"
    };

    /// Fails with Malformed when a value is missing or an option is there twice. What starts with dashes and is not in
    /// `options` becomes a setting with its value.
    [[nodiscard]] static Result<Arguments> parse(const QStringList &given, const Options &options);

    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    /// The value of an option, the first of several; null when it was not given.
    [[nodiscard]] QString value(const QString &option) const { return m_options.value(option).value(0); }
    /// All values of an option, in their order.
    [[nodiscard]] QStringList values(const QString &option) const { return m_options.value(option); }
    /// Flags that are no options of the command: settings.
    [[nodiscard]] const QStringList &settings() const { return m_settings; }

private:
    QStringList m_positional;
    QMap<QString, QStringList> m_options;
    QStringList m_settings;
};

} // namespace gatehouse
