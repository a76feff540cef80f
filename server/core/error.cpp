#include "core/error.h"

#include <QStringList>

namespace gatehouse {

using namespace Qt::StringLiterals;

QString inOneLine(const Error &error)
{
    QStringList problems;
    for (const FieldError &field : error.fields)
        problems.append(field.field + u' ' + field.problem);
    return problems.isEmpty() ? error.detail : u"%1: %2"_s.arg(error.detail, problems.join(u"; "));
}

} // namespace gatehouse
