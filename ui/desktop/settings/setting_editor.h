#pragma once

#include "client/setting.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::desktop {

/// One setting: what it is for, what holds and why, and what it is to be.
class SettingEditor : public Card
{
    Q_OBJECT

public:
    SettingEditor(Theme &theme, bool mayEdit, QWidget *parent = nullptr);

    /// `wanted`: what somebody entered before; nothing: the value in force.
    void showSetting(const client::Setting &setting, const std::optional<QString> &wanted);

Q_SIGNALS:
    void entered(const QString &key, const QString &value);
    /// What is configured is to hold again.
    void configuredWanted(const QString &key);
    void closed();

private:
    void addFact(const QString &name, const QString &value);
    void setValue(const QString &value);
    [[nodiscard]] QString value() const;
    void tell();
    /// A line, a list of lines, or yes and no.
    enum class Shape { Line, List, YesNo };
    [[nodiscard]] Shape shape() const;

    const bool m_mayEdit;
    client::Setting m_setting;
    Label *m_meaning;
    QFormLayout *m_facts;
    Label *m_hint;
    QLineEdit *m_line;
    QPlainTextEdit *m_list;
    QComboBox *m_yesNo;
    QPushButton *m_configured;
    bool m_filling = false;
};

} // namespace gatehouse::desktop
