#pragma once

#include "client/live_stream.h"
#include "client/log_line.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <deque>

namespace gatehouse::desktop {

/// Which lines are looked at.
struct LogFilter {
    client::LogLevel least = client::LogLevel::Info;
    QString category; ///< and what is below it; empty: all
    QString text; ///< anywhere in the line; empty: any

    [[nodiscard]] bool takes(const client::LogLine &line) const;
    bool operator==(const LogFilter &) const = default;
};

/// The log since the model was made, oldest first. Keeps the latest lines, and forgets the others. While paused the rows stay
/// as they are, and what comes waits.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Level, Category, Message, Columns };
    static constexpr std::size_t kMost = 20'000; ///< lines kept

    LogModel(Theme &theme, client::LiveStream &stream, QObject *parent = nullptr);

    void setFilter(const LogFilter &filter);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Lines that came while paused, whatever the filter.
    [[nodiscard]] std::size_t waiting() const { return m_paused ? m_waiting.size() : 0; }
    /// Lines that were kept, whatever the filter.
    [[nodiscard]] std::size_t kept() const { return m_lines.size(); }
    void clear();
    [[nodiscard]] const client::LogLine *lineAt(int row) const;
    /// The lines that are shown, as a log file has them.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static QString levelName(client::LogLevel level);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();
    void categorySeen(const QString &category); ///< for the first time

private:
    void hear(client::LogLine line);
    void takeWaiting();
    void forgetOldest(std::size_t incoming);

    Theme &m_theme;
    LogFilter m_filter;
    std::deque<client::LogLine> m_lines;
    std::deque<const client::LogLine *> m_shown; ///< of m_lines, those the filter takes
    std::deque<client::LogLine> m_waiting;
    QTimer m_together; ///< lines that come within it are shown at once
    QSet<QString> m_categories;
    bool m_paused = false;
};

} // namespace gatehouse::desktop
