#include "documentation/schema_list.h"

#include "documentation/html.h"

#include <QJsonArray>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;

namespace {

QString typeName(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(u"type"_s);
    if (type.isArray()) {
        QStringList names;
        for (const QJsonValue name : type.toArray())
            names.append(name.toString());
        return names.join(u" or "_s);
    }
    if (type.toString() == u"array")
        return u"array of "_s + typeName(schema.value(u"items"_s).toObject());
    return type.toString(u"any"_s);
}

QString number(const QJsonValue &value)
{
    return QString::number(value.toDouble(), 'g', 15);
}

/// `1 to 500`, `at least 1`, `at most 50`; empty without bounds.
QString range(const QJsonValue &least, const QJsonValue &most)
{
    if (!least.isUndefined() && !most.isUndefined())
        return number(least) + u" to "_s + number(most);
    if (!least.isUndefined())
        return u"at least "_s + number(least);
    return most.isUndefined() ? QString() : u"at most "_s + number(most);
}

QString presence(bool required, Direction direction)
{
    if (direction == Direction::Request)
        return required ? u" <span class=\"required\">required</span>"_s : QString();
    return required ? QString() : u" <span class=\"type\">not always there</span>"_s;
}

QString fieldItem(const QString &name, const QJsonObject &schema, const QString &presence, const QString &inner)
{
    QString html = u"<li><p class=\"field\"><code>%1</code> <span class=\"type\">%2</span>%3</p>"_s.arg(
        escaped(name), escaped(typeText(schema)), presence);
    const QString meaning = schema.value(u"description"_s).toString();
    if (!meaning.isEmpty())
        html += u"<p>"_s + inlineText(meaning) + u"</p>"_s;
    return html + inner + u"</li>\n"_s;
}

/// The names of an object's properties, required ones first.
QStringList orderedNames(const QJsonObject &object)
{
    const QJsonObject properties = object.value(u"properties"_s).toObject();
    QStringList names;
    for (const QJsonValue name : object.value(u"required"_s).toArray())
        names.append(name.toString());
    for (const QString &name : properties.keys()) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

QJsonObject resolved(const QJsonObject &schema, const QJsonObject &schemas)
{
    const QString reference = schema.value(u"$ref"_s).toString();
    return reference.isEmpty() ? schema : schemas.value(reference.section(u'/', -1)).toObject();
}

QString typeText(const QJsonObject &schema)
{
    QStringList words{typeName(schema)};
    if (schema.contains(u"format"_s))
        words.append(schema.value(u"format"_s).toString());
    if (const QString length = range(schema.value(u"minLength"_s), schema.value(u"maxLength"_s)); !length.isEmpty())
        words.append(length + u" characters"_s);
    if (const QString bounds = range(schema.value(u"minimum"_s), schema.value(u"maximum"_s)); !bounds.isEmpty())
        words.append(bounds);
    QStringList choices;
    for (const QJsonValue choice : schema.value(u"enum"_s).toArray())
        choices.append(choice.toString());
    if (!choices.isEmpty())
        words.append(choices.join(u" | "_s));
    return words.join(u", "_s);
}

QString schemaList(const QJsonObject &schema, const QJsonObject &schemas, Direction direction)
{
    const QJsonObject object = resolved(schema, schemas);
    if (object.value(u"items"_s).isObject())
        return schemaList(object.value(u"items"_s).toObject(), schemas, direction);
    const QJsonArray required = object.value(u"required"_s).toArray();
    const QJsonObject properties = object.value(u"properties"_s).toObject();
    QString items;
    for (const QString &name : orderedNames(object)) {
        const QJsonObject property = resolved(properties.value(name).toObject(), schemas);
        items +=
            fieldItem(name, property, presence(required.contains(name), direction), schemaList(property, schemas, direction));
    }
    if (const QJsonValue others = object.value(u"additionalProperties"_s); others.isObject()) {
        const QJsonObject any = resolved(others.toObject(), schemas);
        items += fieldItem(u"any name"_s, any, QString(), schemaList(any, schemas, direction));
    }
    return items.isEmpty() ? QString() : u"<ul class=\"fields\">\n"_s + items + u"</ul>\n"_s;
}

} // namespace gatehouse::documentation
