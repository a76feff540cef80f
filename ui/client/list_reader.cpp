#include "client/list_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr qsizetype kMostItems = 1'000'000;

} // namespace

ListReader::ListReader(AdminSession &session, QString path, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_path(std::move(path))
{
}

void ListReader::read()
{
    if (m_session.state() != AdminSession::State::SignedIn)
        return;
    m_again = !m_call.isNull();
    if (!m_again)
        readPage({}, {});
}

void ListReader::readPage(const QString &after, const QJsonArray &before)
{
    const QString query = u"limit=500"_s + (after.isEmpty() ? QString() : u"&after="_s + after);
    m_call = m_session.get(m_path, query, this, [this, before](const ApiAnswer &answer) {
        m_call.clear();
        take(answer, before);
    });
}

void ListReader::take(const ApiAnswer &answer, QJsonArray items)
{
    if (const auto trouble = Trouble::of(answer)) {
        Q_EMIT failed(*trouble);
        return;
    }
    const QJsonObject page = answer.json();
    const QJsonArray found = page.value("items"_L1).toArray();
    for (const QJsonValue item : found)
        items.append(item);
    // A server that never ends is none to go on with.
    if (const QString next = page.value("next"_L1).toString(); !next.isEmpty() && !found.isEmpty() && items.size() < kMostItems) {
        readPage(next, items);
        return;
    }
    Q_EMIT listed(items);
    if (m_again)
        read();
}

} // namespace gatehouse::client
