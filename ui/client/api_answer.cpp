#include "client/api_answer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

QByteArray ApiAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject ApiAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString ApiAnswer::summary() const
{
    if (status == 0)
        return u"no answer: "_s + failure;
    const QString number = QString::number(status);
    const QString title = text("title"_L1);
    const QString detail = text("detail"_L1);
    return title.isEmpty() ? number
        : detail.isEmpty() ? u"%1 %2"_s.arg(number, title)
                           : u"%1 %2: %3"_s.arg(number, title, detail);
}

} // namespace gatehouse::client
