#pragma once

#include <QObject>
#include <QTranslator>

#include <vector>

namespace gatehouse::desktop {

/// The language of the console: its texts, and how it writes dates and numbers. One for the program, as QLocale's default is.
/// What servers send stays as they send it.
class Language : public QObject
{
    Q_OBJECT

public:
    /// A language that texts are kept in.
    struct Offer {
        QString code; ///< as QLocale takes it
        QString name; ///< in the language itself
    };

    /// Begins in the system's.
    explicit Language(QObject *parent = nullptr);

    [[nodiscard]] static std::vector<Offer> offers();
    /// The code of the one in use. English where the system's is not among the offers.
    [[nodiscard]] QString inUse() const { return m_inUse; }
    /// What was chosen; empty: as the system does.
    [[nodiscard]] QString chosen() const { return m_chosen; }
    /// A code of the offers; anything else: as the system does. Only what is said from then on is in it.
    void choose(const QString &code);

Q_SIGNALS:
    void changed();

private:
    void speak(const QString &code);

    QString m_chosen;
    QString m_inUse;
    QTranslator m_texts;
    QTranslator m_toolkit; ///< those of Qt itself
};

} // namespace gatehouse::desktop
