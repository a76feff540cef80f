#include "desktop/access/token_model.h"

#include "desktop/tables/row_order.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kPath = u"/api/v1/admin/tokens"_s;
constexpr qsizetype kIdentifierLength = 26; ///< of a ULID, as users have

/// Takes the token out of the answer, of which nothing stays.
SecretBytes tokenIn(const client::ApiAnswer &answer)
{
    QByteArray text = answer.json().value("token"_L1).toString().toUtf8();
    return SecretBytes::takeFrom(text);
}

} // namespace

TokenModel::TokenModel(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_session(session)
    , m_users(users)
    , m_reader(session, kPath)
{
    connect(&m_reader, &client::ListReader::listed, this, &TokenModel::take);
    connect(&m_reader, &client::ListReader::failed, this, &TokenModel::troubled);
    connect(&users, &client::UserDirectory::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, MadeBy), index(rowCount() - 1, MadeBy));
    });
    connect(&session.link(), &client::LinkWatch::changed, this, [this] {
        if (m_session.link().state() == client::LinkWatch::State::Up)
            refresh();
    });
}

void TokenModel::refresh()
{
    m_reader.read();
}

void TokenModel::take(const QJsonArray &items)
{
    beginResetModel();
    m_tokens = client::itemsFrom<client::ShareToken>(items);
    endResetModel();
    Q_EMIT loaded();
}

const client::ShareToken *TokenModel::tokenAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_tokens.size() ? &m_tokens[std::size_t(row)] : nullptr;
}

void TokenModel::create(const Wanted &wanted, QObject *context,
                        std::function<void(std::expected<SecretBytes, client::Trouble> token)> done)
{
    QJsonObject body{{u"ttl_seconds"_s, qint64(wanted.life.count())}, {u"one_time"_s, wanted.oneTime}};
    if (wanted.uploadSizeLimit)
        body.insert(u"upload_size_limit"_s, *wanted.uploadSizeLimit);
    m_session.call({.method = "POST", .path = kPath, .json = QJsonDocument(body).toJson(QJsonDocument::Compact)}, context,
                   [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
                       if (auto trouble = client::Trouble::of(answer))
                           done(std::unexpected(std::move(*trouble)));
                       else
                           done(tokenIn(answer));
                       if (self)
                           self->refresh();
                   });
}

void TokenModel::revoke(const QString &id, QObject *context, std::function<void(const std::optional<client::Trouble> &)> done)
{
    m_session.call({.method = "DELETE", .path = kPath + u'/' + id}, context,
                   [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
                       // Who is gone already is as wanted.
                       done(answer.status == 404 ? std::nullopt : client::Trouble::of(answer));
                       if (self)
                           self->refresh();
                   });
}

QString TokenModel::kindOf(const client::ShareToken &token)
{
    if (token.kind == client::ShareToken::Kind::Admin)
        return tr("Admin token");
    return token.oneTime ? tr("For one secret") : tr("Share token");
}

int TokenModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tokens.size());
}

int TokenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString TokenModel::text(const client::ShareToken &token, int column) const
{
    const QLocale locale;
    switch (column) {
    case What: return kindOf(token);
    case MadeBy:
        if (token.label == "default"_L1)
            return tr("The first start");
        return token.label.size() == kIdentifierLength ? m_users.nameOf(token.label) : token.label;
    case Limit: return token.uploadSizeLimit ? locale.formattedDataSize(*token.uploadSizeLimit) : tr("As the server");
    case Since: return locale.toString(token.created.toLocalTime(), QLocale::ShortFormat);
    case Until: return locale.toString(token.expires.toLocalTime(), QLocale::ShortFormat);
    default: return {};
    }
}

QVariant TokenModel::data(const QModelIndex &index, int role) const
{
    const client::ShareToken *const token = tokenAt(index.row());
    if (!token)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(*token, column);
    case Qt::DecorationRole:
        return column == What ? QVariant(m_theme.icon(token->oneTime ? Icon::Share : Icon::Secrets)) : QVariant();
    case Qt::ForegroundRole: return column == Since || column == Until ? QVariant(m_theme.colours().muted) : QVariant();
    case RowOrder::kSortRole:
        if (column == Limit)
            return token->uploadSizeLimit ? QVariant(*token->uploadSizeLimit) : QVariant();
        return column == Since ? QVariant(token->created) : column == Until ? QVariant(token->expires) : QVariant();
    default: return {};
    }
}

QVariant TokenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Token");
    case MadeBy: return tr("Made by");
    case Limit: return tr("Up to");
    case Since: return tr("Since");
    case Until: return tr("Until");
    default: return {};
    }
}

} // namespace gatehouse::desktop
