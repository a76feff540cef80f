#include "core/arguments.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList &given, const Options &options)
{
    Arguments parsed;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString &word = given[i];
        if (!word.startsWith(u'-')) {
            parsed.m_positional.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString spelling = equals < 0 ? word : word.first(equals);
        const QString name = options.aliases.value(spelling, spelling);
        const bool next = equals < 0 && i + 1 < given.size() && !given[i + 1].startsWith(u"--");
        const bool flag = equals < 0 && options.flags.contains(name);
        const bool valued = options.valued.contains(name);
        if (!flag && !valued) {
            parsed.m_settings.append(word);
            if (next)
                parsed.m_settings.append(given[++i]);
            continue;
        }
        if (parsed.m_options.contains(name) && !options.repeated.contains(name))
            return failure(ErrorKind::Malformed, u"%1 is there twice"_s.arg(name));
        if (valued && equals < 0 && !next)
            return failure(ErrorKind::Malformed, u"%1 needs a value"_s.arg(name));
        parsed.m_options[name].append(flag ? u""_s : equals < 0 ? given[++i] : word.sliced(equals + 1));
    }
    return parsed;
}

} // namespace gatehouse
