#include "desktop/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

static void initResource()
{
    Q_INIT_RESOURCE(translations); // not from within a namespace
}

namespace gatehouse::desktop {

using namespace Qt::StringLiterals;

namespace {

/// Chinese is two languages to who reads it.
bool areAlike(const QLocale &one, const QLocale &other)
{
    return one.language() == other.language() && one.script() == other.script();
}

bool isOffered(const QString &code)
{
    const std::vector<Language::Offer> offers = Language::offers();
    return std::ranges::find(offers, code, &Language::Offer::code) != offers.end();
}

QString languageOfTheSystem()
{
    const std::vector<Language::Offer> offers = Language::offers();
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &tag : wanted) {
        const auto fits = [locale = QLocale(tag)](const Language::Offer &offer) { return areAlike(locale, QLocale(offer.code)); };
        if (const auto found = std::ranges::find_if(offers, fits); found != offers.end())
            return found->code;
    }
    return u"en"_s;
}

} // namespace

std::vector<Language::Offer> Language::offers()
{
    return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"fr"_s, u"Français"_s},
            {u"es"_s, u"Español"_s}, {u"ja"_s, u"日本語"_s},  {u"zh_CN"_s, u"简体中文"_s}};
}

Language::Language(QObject *parent)
    : QObject(parent)
{
    initResource();
    speak(languageOfTheSystem());
}

void Language::choose(const QString &code)
{
    const QString chosen = isOffered(code) ? code : QString();
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    speak(chosen.isEmpty() ? languageOfTheSystem() : chosen);
    Q_EMIT changed();
}

void Language::speak(const QString &code)
{
    m_inUse = code;
    // The system's own conventions, such as those of Austria, where it speaks the same.
    const QLocale system = QLocale::system();
    const bool asSystem = m_chosen.isEmpty() || areAlike(system, QLocale(code));
    QLocale::setDefault(asSystem ? system : QLocale(code));
    for (QTranslator *const translator : {&m_toolkit, &m_texts})
        QCoreApplication::removeTranslator(translator);
    if (m_toolkit.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_toolkit);
    if (m_texts.load(u":/gatehouse/translations/gatehouse_"_s + code))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace gatehouse::desktop
