#include "desktop/shell/profile_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kList = u"servers"_s;
const QString kCurrent = u"server/current"_s;
const QString kRemembered = u"server/remembered/"_s;
const QString kSessions = u"server/sessions/"_s;
const QString kUsed = u"server/used"_s;
constexpr qsizetype kPinSize = 32;

QJsonObject toJson(const ServerProfile &profile)
{
    return {{u"name"_s, profile.name},          {u"url"_s, profile.url.toString()},
            {u"role"_s, int(profile.stage)},    {u"colour"_s, profile.colour.isValid() ? profile.colour.name() : QString()},
            {u"read_only"_s, profile.readOnly}, {u"certificate_sha256"_s, QString::fromLatin1(profile.pin.toHex())}};
}

std::optional<ServerProfile> fromJson(const QJsonObject &object)
{
    ServerProfile profile{.name = object.value("name"_L1).toString().trimmed(), .url = QUrl(object.value("url"_L1).toString())};
    const int stage = object.value("role"_L1).toInt(-1);
    const bool isHttp = profile.url.scheme() == "https"_L1 || profile.url.scheme() == "http"_L1;
    if (profile.name.isEmpty() || !isHttp || profile.url.host().isEmpty() || !profile.url.userInfo().isEmpty() || stage < 0
        || stage > int(ServerProfile::Stage::Production))
        return std::nullopt;
    profile.stage = ServerProfile::Stage(stage);
    profile.colour = QColor(object.value("colour"_L1).toString());
    profile.readOnly = object.value("read_only"_L1).toBool();
    const QByteArray pin = QByteArray::fromHex(object.value("certificate_sha256"_L1).toString().toLatin1());
    profile.pin = pin.size() == kPinSize ? pin : QByteArray();
    return profile;
}

} // namespace

ProfileStore::ProfileStore(QSettings &kept, QObject *parent)
    : QObject(parent)
    , m_kept(kept)
{
    read();
}

void ProfileStore::read()
{
    const int count = m_kept.beginReadArray(kList);
    for (int i = 0; i < count; ++i) {
        m_kept.setArrayIndex(i);
        const QJsonObject object = QJsonDocument::fromJson(m_kept.value(u"profile"_s).toByteArray()).object();
        ServerProfile profile = fromJson(object).value_or(ServerProfile());
        profile.id = m_kept.value(u"id"_s).toString();
        profile.embedded = m_kept.value(u"embedded"_s).toBool();
        if (profile.embedded)
            profile.name = object.value("name"_L1).toString();
        if (!profile.id.isEmpty() && !profile.name.isEmpty())
            m_profiles.push_back(std::move(profile));
    }
    m_kept.endArray();
    // As it was kept when there was only one.
    if (const QString name = m_kept.value(u"server/name"_s).toString(); m_profiles.empty() && !name.isEmpty()) {
        const ServerProfile only = save({.name = name,
                                         .url = m_kept.value(u"server/url"_s).toUrl(),
                                         .stage = ServerProfile::Stage(m_kept.value(u"server/stage"_s).toInt()),
                                         .embedded = m_kept.value(u"server/embedded"_s).toBool()});
        setCurrent(only.id);
    }
}

void ProfileStore::write()
{
    m_kept.remove(kList);
    m_kept.beginWriteArray(kList, int(m_profiles.size()));
    for (int i = 0; i < int(m_profiles.size()); ++i) {
        const ServerProfile &profile = m_profiles[std::size_t(i)];
        m_kept.setArrayIndex(i);
        m_kept.setValue(u"id"_s, profile.id);
        m_kept.setValue(u"embedded"_s, profile.embedded);
        m_kept.setValue(u"profile"_s, QJsonDocument(toJson(profile)).toJson(QJsonDocument::Compact));
    }
    m_kept.endArray();
    Q_EMIT changed();
}

std::optional<ServerProfile> ProfileStore::current() const
{
    return find(m_kept.value(kCurrent).toString());
}

std::optional<ServerProfile> ProfileStore::find(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &ServerProfile::id);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

ServerProfile ProfileStore::save(ServerProfile profile)
{
    if (profile.embedded)
        profile.url.clear(); // its port may be another next time
    const auto same = std::ranges::find_if(m_profiles, [&](const ServerProfile &known) {
        return profile.id.isEmpty() ? known.embedded == profile.embedded && known.url == profile.url : known.id == profile.id;
    });
    if (same != m_profiles.end()) {
        profile.id = same->id;
        *same = profile;
    } else {
        if (profile.id.isEmpty())
            profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_profiles.push_back(profile);
    }
    write();
    return profile;
}

void ProfileStore::setCurrent(const QString &id)
{
    m_kept.setValue(kCurrent, id);
    Q_EMIT changed();
}

void ProfileStore::setRemembered(const QString &id, bool remembered)
{
    if (remembered && find(id))
        m_kept.setValue(kRemembered + id, true);
    else
        m_kept.remove(kRemembered + id);
}

bool ProfileStore::isRemembered(const QString &id) const
{
    return find(id) && m_kept.contains(kRemembered + id);
}

void ProfileStore::setSessionKept(const QString &id, bool kept)
{
    if (kept && find(id))
        m_kept.setValue(kSessions + id, true);
    else
        m_kept.remove(kSessions + id);
}

bool ProfileStore::isSessionKept(const QString &id) const
{
    return find(id) && m_kept.contains(kSessions + id);
}

void ProfileStore::remove(const QString &id)
{
    const bool wasRemembered = isRemembered(id);
    if (std::erase_if(m_profiles, [&id](const ServerProfile &profile) { return profile.id == id; }) == 0)
        return;
    setRemembered(id, false);
    setSessionKept(id, false);
    write();
    Q_EMIT removed(id, wasRemembered);
}

bool ProfileStore::wasUsed() const
{
    return m_kept.contains(kUsed);
}

void ProfileStore::setUsed()
{
    m_kept.setValue(kUsed, true);
}

QByteArray ProfileStore::toFile() const
{
    QJsonArray items;
    for (const ServerProfile &profile : m_profiles) {
        if (!profile.embedded)
            items.append(toJson(profile));
    }
    return QJsonDocument(QJsonObject{{u"gatehouse_servers"_s, 1}, {u"items"_s, items}}).toJson();
}

Result<ProfileStore::Added> ProfileStore::addFromFile(const QByteArray &text)
{
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    if (file.value("gatehouse_servers"_L1).toInt() != 1)
        return failure(ErrorKind::Malformed, tr("This is no file of servers."));
    std::vector<ServerProfile> found;
    const QJsonArray items = file.value("items"_L1).toArray();
    for (const auto &item : items) {
        std::optional<ServerProfile> profile = fromJson(item.toObject());
        if (!profile)
            return failure(ErrorKind::Malformed,
                           tr("Server %1 in the file has no name, or no address that can be.").arg(found.size() + 1));
        found.push_back(std::move(*profile));
    }
    Added outcome;
    for (const ServerProfile &profile : found) {
        if (std::ranges::find(m_profiles, profile.url, &ServerProfile::url) != m_profiles.end()) {
            ++outcome.known;
            continue;
        }
        save(profile);
        ++outcome.added;
    }
    return outcome;
}

} // namespace gatehouse::desktop
