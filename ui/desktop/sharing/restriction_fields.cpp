#include "desktop/sharing/restriction_fields.h"

#include "core/ip_address.h"
#include "desktop/theme/spacing.h"

#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kShortestPassphrase = 8; // as on the pages for browsers, and on the command line

QLineEdit *addField(QFormLayout *form, const QString &label, const QString &name, const QString &example)
{
    auto *const field = new QLineEdit;
    field->setPlaceholderText(example);
    field->setAccessibleName(name);
    form->addRow(label, field);
    return field;
}

QStringList itemsOf(const QLineEdit *field)
{
    QStringList items = field->text().split(u',', Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items;
}

bool isCountry(const QString &item)
{
    return item.size() == 2 && std::ranges::all_of(item, [](QChar c) { return c.toUpper() >= u'A' && c.toUpper() <= u'Z'; });
}

} // namespace

RestrictionFields::RestrictionFields(QWidget *parent)
    : QWidget(parent)
{
    auto *const form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(kGapLarge);
    form->setVerticalSpacing(kGapSmall);
    m_passphrase = addField(form, tr("&Passphrase"), tr("Passphrase to open it"), tr("none; tell it another way"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_addresses = addField(form, tr("Only &from"), tr("Addresses it may be opened from"), u"192.0.2.0/24, 2001:db8::/32"_s);
    m_countries = addField(form, tr("Only in &countries"), tr("Countries it may be opened in"), u"DE, FR"_s);
    m_networks = addField(form, tr("Only in &networks"), tr("Autonomous systems it may be opened in"), u"AS64496"_s);
}

Result<client::Restrictions> RestrictionFields::restrictions() const
{
    client::Restrictions restrictions;
    for (const QString &item : itemsOf(m_addresses)) {
        if (!IpNetwork::parse(item.toUtf8()))
            return failure(ErrorKind::Invalid, tr("“%1” is no address and no range of addresses.").arg(item));
        restrictions.ips.append(item.toUtf8());
    }
    for (const QString &item : itemsOf(m_countries)) {
        if (!isCountry(item))
            return failure(ErrorKind::Invalid, tr("“%1” is no country: enter two letters, such as DE.").arg(item));
        restrictions.countries.append(item.toUpper().toUtf8());
    }
    for (const QString &item : itemsOf(m_networks)) {
        bool isNumber = false;
        const quint32 asn = (item.startsWith(u"AS", Qt::CaseInsensitive) ? item.sliced(2) : item).toUInt(&isNumber);
        if (!isNumber)
            return failure(ErrorKind::Invalid, tr("“%1” is no network: enter its number, such as AS64496.").arg(item));
        restrictions.asns.append(asn);
    }
    if (m_passphrase->text().isEmpty())
        return restrictions;
    if (m_passphrase->text().trimmed().toUcs4().size() < kShortestPassphrase)
        return failure(ErrorKind::Invalid, tr("A passphrase has at least %1 characters.").arg(kShortestPassphrase));
    restrictions.passphraseHash = client::passphraseHash(m_passphrase->text().toUtf8());
    return restrictions;
}

void RestrictionFields::clear()
{
    for (QLineEdit *field : {m_passphrase, m_addresses, m_countries, m_networks})
        field->clear();
}

} // namespace gatehouse::desktop
