#include "desktop/logs/log_model.h"

#include "desktop/theme/type_scale.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kTogether = 100ms;

Tone toneOf(client::LogLevel level)
{
    switch (level) {
    case client::LogLevel::Warning: return Tone::Warning;
    case client::LogLevel::Error: return Tone::Danger;
    case client::LogLevel::Debug:
    case client::LogLevel::Info: break;
    }
    return Tone::Neutral;
}

} // namespace

bool LogFilter::takes(const client::LogLine &line) const
{
    if (line.level < least)
        return false;
    if (!category.isEmpty() && line.category != category && !line.category.startsWith(category + u'.'))
        return false;
    return text.isEmpty() || line.toText().contains(text, Qt::CaseInsensitive);
}

LogModel::LogModel(Theme &theme, client::LiveStream &stream, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    m_together.setSingleShot(true);
    m_together.setInterval(kTogether);
    connect(&m_together, &QTimer::timeout, this, &LogModel::takeWaiting);
    connect(&theme, &Theme::changed, this, [this] {
        if (const int rows = rowCount(); rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, Columns - 1));
    });
    stream.listen(client::StreamTopic::Log, this,
                  [this](const QJsonValue &data) { hear(client::LogLine::fromJson(data.toObject())); });
}

QString LogModel::levelName(client::LogLevel level)
{
    switch (level) {
    case client::LogLevel::Debug: return tr("Debug");
    case client::LogLevel::Info: return tr("Info");
    case client::LogLevel::Warning: return tr("Warning");
    case client::LogLevel::Error: return tr("Error");
    }
    return {};
}

void LogModel::hear(client::LogLine line)
{
    if (!m_categories.contains(line.category)) {
        m_categories.insert(line.category);
        Q_EMIT categorySeen(line.category);
    }
    m_waiting.push_back(std::move(line));
    if (m_waiting.size() > kMost)
        m_waiting.pop_front();
    if (!m_together.isActive())
        m_together.start();
}

void LogModel::takeWaiting()
{
    if (m_paused) {
        Q_EMIT changed();
        return;
    }
    forgetOldest(m_waiting.size());
    std::vector<const client::LogLine *> taken;
    for (client::LogLine &line : m_waiting) {
        m_lines.push_back(std::move(line)); // which moves none of the others
        if (m_filter.takes(m_lines.back()))
            taken.push_back(&m_lines.back());
    }
    m_waiting.clear();
    if (!taken.empty()) {
        const int first = int(m_shown.size());
        beginInsertRows({}, first, first + int(taken.size()) - 1);
        m_shown.insert(m_shown.end(), taken.begin(), taken.end());
        endInsertRows();
    }
    Q_EMIT changed();
}

void LogModel::forgetOldest(std::size_t incoming)
{
    const std::size_t whole = m_lines.size() + incoming;
    const std::size_t gone = whole > kMost ? std::min(whole - kMost, m_lines.size()) : 0;
    if (gone == 0)
        return;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < gone && rows < m_shown.size(); ++i)
        rows += m_shown[rows] == &m_lines[i] ? 1 : 0;
    if (rows > 0) {
        beginRemoveRows({}, 0, int(rows) - 1);
        m_shown.erase(m_shown.begin(), m_shown.begin() + std::ptrdiff_t(rows));
        endRemoveRows();
    }
    m_lines.erase(m_lines.begin(), m_lines.begin() + std::ptrdiff_t(gone));
}

void LogModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    beginResetModel();
    m_shown.clear();
    for (const client::LogLine &line : m_lines) {
        if (m_filter.takes(line))
            m_shown.push_back(&line);
    }
    endResetModel();
    Q_EMIT changed();
}

void LogModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    takeWaiting();
}

void LogModel::clear()
{
    beginResetModel();
    m_shown.clear();
    m_lines.clear();
    m_waiting.clear();
    endResetModel();
    Q_EMIT changed();
}

const client::LogLine *LogModel::lineAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_shown.size() ? m_shown[std::size_t(row)] : nullptr;
}

QString LogModel::toText() const
{
    QString text;
    for (const client::LogLine *const line : m_shown)
        text += line->toText() + u'\n';
    return text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    const client::LogLine *const line = lineAt(index.row());
    if (!line)
        return {};
    if (role == Qt::FontRole && index.column() == Message)
        return fontFor(TextStyle::Mono);
    if (role == Qt::ForegroundRole) {
        if (index.column() == Level || (index.column() == Message && line->level >= client::LogLevel::Warning))
            return m_theme.colours().tone(toneOf(line->level));
        return index.column() == Message ? QVariant() : QVariant(m_theme.colours().muted);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time: return line->time.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case Level: return levelName(line->level);
    case Category: return line->category.startsWith("gatehouse."_L1) ? line->category.mid(10) : line->category;
    case Message: return line->summary();
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Level: return tr("Level");
    case Category: return tr("Part");
    case Message: return tr("Message");
    default: return {};
    }
}

} // namespace gatehouse::desktop
