#include "config/masking.h"

#include <QRegularExpression>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

QByteArray withSecretsMasked(const QByteArray &text)
{
    // Up to the last @ before the path, for a password may hold one; without a colon it may be a token.
    static const QRegularExpression kUserInformation(u"://[^/?#,\\s]*@"_s);
    static const QRegularExpression kParameter(u"([?&][^=&#,\\s]*=)[^&#,\\s]*"_s);
    QString masked = QString::fromUtf8(text);
    masked.replace(kUserInformation, u"://***@"_s);
    if (masked.contains(u"://"))
        masked.replace(kParameter, u"\\1***"_s);
    return masked.toUtf8();
}

} // namespace gatehouse::config
