#pragma once

#include "client/managed_secret.h"
#include "desktop/theme/theme.h"

#include <QWidget>

#include <vector>

namespace gatehouse::desktop {

/// The lives of signing keys along time: which one signs, which still verify and until when, which is next. A screen reader is
/// told the same in words.
class KeyTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit KeyTimeline(Theme &theme, QWidget *parent = nullptr);

    void setKeys(std::vector<client::SigningKeyLife> keys, std::chrono::seconds grace, const QDateTime &now);

    /// What `keys` become by a rotation at `now`: gracefully, or with everything before void.
    [[nodiscard]] static std::vector<client::SigningKeyLife>
    rotated(std::vector<client::SigningKeyLife> keys, std::chrono::seconds grace, bool atOnce, const QDateTime &now);
    /// In words, a line for each key.
    [[nodiscard]] QStringList inWords() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString nameOf(const client::SigningKeyLife &key) const;
    [[nodiscard]] QString lifeOf(const client::SigningKeyLife &key) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int namesWidth() const;
    [[nodiscard]] double place(const QDateTime &time, const QRectF &area) const;
    void paintAxis(QPainter &painter, const QRectF &area) const;
    void paintKey(QPainter &painter, const client::SigningKeyLife &key, const QRectF &row) const;

    Theme &m_theme;
    std::vector<client::SigningKeyLife> m_keys;
    QDateTime m_now;
    QDateTime m_from; ///< the left end
    QDateTime m_until; ///< the right one
};

} // namespace gatehouse::desktop
