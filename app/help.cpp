#include "help.h"

#include "config/settings_table.h"
#include "core/edit_distance.h"

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QString usageOf(const Command &command)
{
    return u"gatehouse %1 %2"_s.arg(command.words.join(u' '), command.arguments).trimmed();
}

QString optionsText(const std::vector<OptionHelp> &options)
{
    qsizetype width = 0;
    for (const OptionHelp &option : options)
        width = std::max(width, option.form.size());
    QString text = options.empty() ? QString() : u"\n"_s;
    for (const OptionHelp &option : options)
        text += u"  %1  %2\n"_s.arg(option.form.leftJustified(width), option.meaning);
    return text;
}

QString settingsText()
{
    QString text = u"\nSettings, which may also stand in gatehouse.yaml or the environment (docs/configuration.md):\n"_s;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        const QString value =
            entry.defaultText.isEmpty() ? QString() : u" (default %1)"_s.arg(QString::fromUtf8(entry.defaultText));
        text += u"  %1\n      %2%3\n"_s.arg(QString::fromLatin1(config::flagOf(entry.key)), entry.meaning, value);
    }
    return text;
}

} // namespace

QString helpText(const std::vector<Command> &commands)
{
    QString text = u"Usage: gatehouse COMMAND [ARGUMENTS]\n\n"_s;
    for (const Command &command : commands)
        text += u"  %1\n      %2\n"_s.arg(usageOf(command).sliced(10), command.summary);
    return text
        + u"\n  help COMMAND, COMMAND --help\n      Says more about one command.\n  --version\n      Prints the version.\n\n"
          "Commands that open a deployment take the flags of `serve`, such as --config FILE and --data-dir DIR; those that\n"
          "speak to a server over the network, smoke and those for one-time secrets, take their own alone.\n"
          "It exits 0 when it did what it was asked, 1 when that failed, 2 when it was asked wrongly; those for\n"
          "one-time secrets also 3 when a secret is not there, and 4 when it is not for who asks."_s;
}

QString helpText(const std::vector<Command> &commands, const QStringList &words)
{
    QString text;
    if (const Command *command = findCommand(commands, words)) {
        text = u"Usage: %1\n\n%2\n"_s.arg(usageOf(*command), command->summary);
        text += optionsText(command->options);
        if (command->words == QStringList{u"serve"_s})
            text += settingsText();
        return text.trimmed();
    }
    for (const Command &command : commands) {
        if (words.isEmpty() || command.words.first(std::min(words.size(), command.words.size())) == words)
            text += u"%1\n      %2\n"_s.arg(usageOf(command), command.summary);
    }
    return text.trimmed();
}

QString unknownCommandText(const std::vector<Command> &commands, const QStringList &words)
{
    const auto nearness = [&words](const Command &command) {
        return editDistance(command.words.join(u' '), words.first(std::min(words.size(), command.words.size())).join(u' '));
    };
    const Command &nearest = *std::ranges::min_element(commands, {}, nearness);
    const QString asked = words.first(std::min<qsizetype>(words.size(), 2)).join(u' ');
    const QString hint = nearness(nearest) * 2 <= nearest.words.join(u' ').size()
        ? u"did you mean \"gatehouse %1\"? "_s.arg(nearest.words.join(u' '))
        : QString();
    return u"gatehouse: there is no command \"%1\"; %2see gatehouse --help"_s.arg(asked, hint);
}
