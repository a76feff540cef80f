#include "desktop/access/user_model.h"

#include "desktop/shell/top_bar.h"
#include "desktop/tables/row_order.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kPath = u"/api/v1/admin/users"_s;

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

UserModel::UserModel(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_session(session)
    , m_directory(users)
    , m_reader(session, kPath)
{
    connect(&m_reader, &client::ListReader::listed, this, &UserModel::take);
    connect(&m_reader, &client::ListReader::failed, this, &UserModel::troubled);
    connect(&session.link(), &client::LinkWatch::changed, this, [this] {
        if (m_session.link().state() == client::LinkWatch::State::Up)
            refresh();
    });
}

void UserModel::refresh()
{
    m_reader.read();
}

void UserModel::take(const QJsonArray &items)
{
    beginResetModel();
    m_users = client::itemsFrom<client::ManagedUser>(items);
    endResetModel();
    m_directory.learn(m_users);
    Q_EMIT loaded();
}

const client::ManagedUser *UserModel::userAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_users.size() ? &m_users[std::size_t(row)] : nullptr;
}

void UserModel::change(client::ApiRequest request, QObject *context, Done done)
{
    m_session.call(std::move(request), context, [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
        done(client::Trouble::of(answer));
        if (self)
            self->refresh();
    });
}

void UserModel::create(const QString &username, SecretBytes password, gatehouse::Role role, QObject *context, Done done)
{
    const QJsonObject body{{u"username"_s, username},
                           {u"password"_s, QString::fromUtf8(password.view())},
                           {u"role"_s, QString::fromLatin1(toText(role))}};
    change({.method = "POST", .path = kPath, .json = jsonText(body), .secretBody = true}, context, std::move(done));
}

void UserModel::setRole(const QString &id, gatehouse::Role role, QObject *context, Done done)
{
    change({.method = "PATCH", .path = kPath + u'/' + id, .json = jsonText({{u"role"_s, QString::fromLatin1(toText(role))}})},
           context, std::move(done));
}

void UserModel::setDisabled(const QString &id, bool disabled, QObject *context, Done done)
{
    change({.method = "PATCH", .path = kPath + u'/' + id, .json = jsonText({{u"disabled"_s, disabled}})}, context,
           std::move(done));
}

void UserModel::remove(const QString &id, QObject *context, Done done)
{
    change({.method = "DELETE", .path = kPath + u'/' + id}, context, std::move(done));
}

int UserModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

int UserModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant UserModel::data(const QModelIndex &index, int role) const
{
    const client::ManagedUser *const user = userAt(index.row());
    if (!user)
        return {};
    if (role == RowOrder::kSortRole)
        return index.column() == Created ? user->created : index.column() == Role ? QVariant(int(user->role)) : QVariant();
    const bool isState = index.column() == State;
    if (role == Qt::DecorationRole && index.column() == Name)
        return m_theme.icon(Icon::User);
    if (role == Qt::DecorationRole && isState)
        return m_theme.icon(user->disabled ? Icon::Lock : Icon::Done, user->disabled ? Tone::Warning : Tone::Good);
    if (role == Qt::ForegroundRole && isState)
        return m_theme.colours().tone(user->disabled ? Tone::Warning : Tone::Good);
    if (role == Qt::ForegroundRole && index.column() == Created)
        return m_theme.colours().muted;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return user->id == m_session.account().id ? tr("%1 (you)").arg(user->username) : user->username;
    case Role: return roleName(user->role);
    case State: return user->disabled ? tr("Disabled") : tr("Active");
    case Created: return QLocale().toString(user->created.toLocalTime(), QLocale::ShortFormat);
    default: return {};
    }
}

QVariant UserModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Role: return tr("Role");
    case State: return tr("State");
    case Created: return tr("Since");
    default: return {};
    }
}

} // namespace gatehouse::desktop
