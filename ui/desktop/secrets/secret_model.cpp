#include "desktop/secrets/secret_model.h"

#include "desktop/secrets/secret_words.h"
#include "desktop/tables/row_order.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

using client::ManagedSecret;

namespace {

const QString kPath = u"/api/v1/admin/secrets"_s;

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString pathOf(const QString &name, const QString &act = {})
{
    return kPath + u'/' + name + act;
}

QJsonObject withPlace(QJsonObject body, const QString &place)
{
    if (!place.isEmpty())
        body.insert(u"store"_s, place);
    return body;
}

} // namespace

SecretModel::SecretModel(Theme &theme, client::AdminSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_session(session)
{
    connect(&session.link(), &client::LinkWatch::changed, this, [this] {
        if (m_session.link().state() == client::LinkWatch::State::Up)
            refresh();
    });
}

void SecretModel::refresh()
{
    if (m_session.state() != client::AdminSession::State::SignedIn)
        return;
    if (m_call) // which may answer what was before a change
        m_call->cancel();
    m_call = m_session.get(kPath, {}, this, [this](const client::ApiAnswer &answer) {
        m_call.clear();
        if (const auto trouble = client::Trouble::of(answer)) {
            Q_EMIT troubled(*trouble);
            return;
        }
        beginResetModel();
        m_page = client::SecretPage::fromJson(answer.json());
        endResetModel();
        Q_EMIT loaded();
    });
}

const ManagedSecret *SecretModel::secretAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_page.secrets.size() ? &m_page.secrets[std::size_t(row)] : nullptr;
}

const ManagedSecret *SecretModel::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_page.secrets, [&name](const ManagedSecret &secret) { return secret.name == name || secret.aliases.contains(name); });
    return found == m_page.secrets.end() ? nullptr : &*found;
}

bool SecretModel::canStore() const
{
    return std::ranges::any_of(m_page.places, [](const client::SecretPlace &place) { return place.problem.isEmpty(); });
}

void SecretModel::store(client::ApiRequest request, QObject *context, Stored done)
{
    m_session.call(std::move(request), context, [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
        if (auto trouble = client::Trouble::of(answer))
            done(std::unexpected(std::move(*trouble)));
        else
            done(client::StoredSecret::fromJson(answer.json()));
        if (self)
            self->refresh();
    });
}

void SecretModel::set(const QString &name, SecretBytes value, const QString &place, QObject *context, Stored done)
{
    const QJsonObject body{{u"value"_s, QString::fromUtf8(value.view())}};
    store({.method = "PUT", .path = pathOf(name), .json = jsonText(withPlace(body, place)), .secretBody = true}, context,
          std::move(done));
}

void SecretModel::generate(const QString &name, const QString &place, QObject *context, Stored done)
{
    const QJsonObject body{{u"replace"_s, true}};
    store({.method = "POST", .path = pathOf(name, u"/generate"_s), .json = jsonText(withPlace(body, place))}, context,
          std::move(done));
}

void SecretModel::rotate(bool now, QObject *context, std::function<void(const Outcome<QStringList> &)> done)
{
    m_session.call({.method = "POST", .path = pathOf(u"JWT_SECRET"_s, u"/rotate"_s), .json = jsonText({{u"now"_s, now}})},
                   context, [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
                       if (auto trouble = client::Trouble::of(answer)) {
                           done(std::unexpected(std::move(*trouble)));
                       } else {
                           QStringList warnings;
                           const QJsonArray array = answer.json().value("warnings"_L1).toArray();
                           for (const auto &warning : array)
                               warnings.append(warning.toString());
                           done(warnings);
                       }
                       if (self)
                           self->refresh();
                   });
}

int SecretModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_page.secrets.size());
}

int SecretModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString SecretModel::text(const ManagedSecret &secret, int column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isThere = secret.state == ManagedSecret::State::Set || secret.state == ManagedSecret::State::MadeHere;
    switch (column) {
    case Name: return secret.name;
    case Purpose: return SecretWords::purpose(secret);
    case Source: return SecretWords::source(secret);
    case Strength: return SecretWords::strength(secret);
    case Age: {
        const QString age = isThere ? SecretWords::age(secret.changed, now) : QString();
        return age.isEmpty() ? isThere ? tr("Not known") : u"–"_s : age;
    }
    case Due: {
        const QString due = SecretWords::due(secret, now);
        return due.isEmpty() ? u"–"_s : due;
    }
    default: return {};
    }
}

QVariant SecretModel::data(const QModelIndex &index, int role) const
{
    const ManagedSecret *const secret = secretAt(index.row());
    if (!secret)
        return {};
    const bool isAbsent = secret->state == ManagedSecret::State::NotSet;
    if (role == Qt::DisplayRole)
        return text(*secret, index.column());
    if (role == RowOrder::kSortRole && (index.column() == Age || index.column() == Due)) {
        const QDateTime &time = index.column() == Age ? secret->changed : secret->due;
        return time.isValid() ? QVariant(time) : QVariant();
    }
    if (role == Qt::ToolTipRole && index.column() == Strength && !secret->weakness.isEmpty())
        return tr("It %1").arg(secret->weakness);
    if (role == Qt::ToolTipRole && index.column() == Source && !secret->problem.isEmpty())
        return secret->problem;
    if (role == Qt::DecorationRole && index.column() == Name)
        return m_theme.icon(isAbsent ? Icon::Empty : Icon::Secrets);
    if (role == Qt::DecorationRole && index.column() == Strength && SecretWords::strengthTone(*secret) != Tone::Neutral)
        return m_theme.icon(secret->isStrong ? Icon::Done : Icon::Warning, SecretWords::strengthTone(*secret));
    if (role == Qt::DecorationRole && index.column() == Source && !secret->problem.isEmpty())
        return m_theme.icon(Icon::Warning, Tone::Warning);
    if (role == Qt::ForegroundRole && index.column() == Strength && SecretWords::strengthTone(*secret) != Tone::Neutral)
        return m_theme.colours().tone(SecretWords::strengthTone(*secret));
    if (role == Qt::ForegroundRole && index.column() == Due && secret->isOverdue)
        return m_theme.colours().tone(Tone::Warning);
    if (role == Qt::ForegroundRole && (isAbsent || index.column() == Purpose || index.column() == Age))
        return m_theme.colours().muted;
    return {};
}

QVariant SecretModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Purpose: return tr("Purpose");
    case Source: return tr("Source");
    case Strength: return tr("Strength");
    case Age: return tr("Age");
    case Due: return tr("Next rotation");
    default: return {};
    }
}

} // namespace gatehouse::desktop
