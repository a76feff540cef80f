#include "api_document.h"

#include "http/schema_validator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::e2e {

using namespace Qt::StringLiterals;

namespace {

/// `value` with everything it refers to put in place. The document has no circles.
QJsonValue resolved(const QJsonValue &value, const QJsonObject &document)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue item : value.toArray())
            array.append(resolved(item, document));
        return array;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    if (const QString reference = object.value(u"$ref"_s).toString(); !reference.isEmpty()) {
        QJsonValue target = document;
        for (const QString &name : reference.sliced(2).split(u'/'))
            target = target.toObject().value(name);
        return resolved(target, document);
    }
    QJsonObject whole;
    for (auto member = object.begin(); member != object.end(); ++member)
        whole.insert(member.key(), resolved(member.value(), document));
    return whole;
}

/// What in `value` breaks `schema`. Only objects have schemas worth checking here.
QString flawOfJson(const QJsonObject &value, const QJsonObject &schema)
{
    const auto validator = http::SchemaValidator::compile(QJsonDocument(schema).toJson(QJsonDocument::Compact));
    QString flaws;
    for (const FieldError &problem : validator.problemsOf(value))
        flaws += problem.field + u' ' + problem.problem + u"; "_s;
    return flaws;
}

QString flawOfBody(const QJsonObject &content, const Answer &answer)
{
    if (content.isEmpty())
        return answer.body.isEmpty() ? QString() : u"a body where none is described"_s;
    const QString type = QString::fromLatin1(answer.header("Content-Type"));
    if (!content.contains(type))
        return u"the content type "_s + type;
    if (!type.contains(u"json"))
        return {};
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    return body.isObject() ? flawOfJson(body.object(), content.value(type).toObject().value(u"schema"_s).toObject())
                           : u"no object"_s;
}

QJsonObject jsonBodyOf(const QJsonObject &description)
{
    return description.value(u"requestBody"_s).toObject().value(u"content"_s).toObject().value(u"application/json"_s).toObject();
}

/// The examples of `content`, each with what is wrong with it.
QString flawOfContent(const QJsonObject &content)
{
    for (const QJsonValue value : content) {
        const QJsonObject media = value.toObject();
        if (!media.value(u"example"_s).isObject())
            continue;
        if (const QString flaw = flawOfJson(media.value(u"example"_s).toObject(), media.value(u"schema"_s).toObject());
            !flaw.isEmpty())
            return flaw;
    }
    return {};
}

} // namespace

QString Operation::id() const
{
    return description.value(u"operationId"_s).toString();
}

QByteArray Operation::examplePath() const
{
    QString filled = path;
    for (const QJsonValue value : description.value(u"parameters"_s).toArray()) {
        const QJsonObject parameter = value.toObject();
        filled.replace(u'{' + parameter.value(u"name"_s).toString() + u'}', parameter.value(u"example"_s).toString(u"unknown"_s));
    }
    return filled.toLatin1();
}

bool Operation::takesBody() const
{
    return description.contains(u"requestBody"_s);
}

QByteArray Operation::exampleBody() const
{
    const QJsonObject example = jsonBodyOf(description).value(u"example"_s).toObject();
    return example.isEmpty() ? QByteArray() : QJsonDocument(example).toJson(QJsonDocument::Compact);
}

ApiDocument::ApiDocument(const QJsonObject &document)
{
    const QJsonObject paths = document.value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            m_operations.push_back(
                {method.key().toUpper().toLatin1(), path.key(), resolved(method.value(), document).toObject()});
    }
}

const Operation &ApiDocument::operation(const QString &id) const
{
    const auto found = std::ranges::find_if(m_operations, [&id](const Operation &known) { return known.id() == id; });
    if (found == m_operations.end())
        qFatal("the document has no operation %s", qPrintable(id));
    return *found;
}

QString ApiDocument::flawOf(const Operation &operation, const Answer &answer)
{
    const QJsonObject declared = operation.description.value(u"responses"_s).toObject();
    const QString status = QString::number(answer.status);
    if (!declared.contains(status))
        return u"status "_s + status;
    const QJsonObject response = declared.value(status).toObject();
    const QJsonObject headers = response.value(u"headers"_s).toObject();
    for (const QString &name : headers.keys()) {
        if (!headers.value(name)[u"required"_s].toBool(true))
            continue;
        if (answer.count(name.toLatin1()) == 0)
            return status + u" without "_s + name;
    }
    if (operation.method == "HEAD")
        return {};
    const QString flaw = flawOfBody(response.value(u"content"_s).toObject(), answer);
    return flaw.isEmpty() ? QString() : status + u": "_s + flaw;
}

QString ApiDocument::flawOfExamples() const
{
    for (const Operation &operation : m_operations) {
        QString flaw;
        if (operation.takesBody())
            flaw = operation.exampleBody().isNull() ? u"no example of its body"_s
                                                    : flawOfJson(jsonBodyOf(operation.description).value(u"example"_s).toObject(),
                                                                 jsonBodyOf(operation.description).value(u"schema"_s).toObject());
        for (const QJsonValue response : operation.description.value(u"responses"_s).toObject()) {
            if (flaw.isEmpty())
                flaw = flawOfContent(response.toObject().value(u"content"_s).toObject());
        }
        if (!flaw.isEmpty())
            return operation.id() + u": "_s + flaw;
    }
    return {};
}

} // namespace gatehouse::e2e
