#pragma once

#include <QComboBox>

#include <chrono>

namespace gatehouse::desktop {

/// For how long something is there, up to a week; a day unless another is chosen.
class LifeChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit LifeChoice(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::seconds life() const { return std::chrono::seconds(currentData().toInt()); }
};

} // namespace gatehouse::desktop
