#include "http/schema_validator.h"

#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <cmath>

namespace valijson::adapters {

/// Its own knows as integers only what an int holds.
template<> bool BasicAdapter<QtJsonAdapter, QtJsonArray, QtJsonObjectMember, QtJsonObject, QtJsonValue>::isInteger() const
{
    constexpr double kLargest = 1LL << 53; // that a double tells from its neighbours
    double number = 0;
    return m_value.getDouble(number) && std::abs(number) <= kLargest && std::trunc(number) == number;
}

} // namespace valijson::adapters

namespace gatehouse::http {

using namespace Qt::StringLiterals;

struct SchemaValidator::Compiled {
    valijson::Schema schema;
};

namespace {

/// valijson names places as "<root>", "[username]", "[2]"; callers know JSON pointers.
QString fieldOf(const std::vector<std::string> &context)
{
    QStringList parts;
    for (const std::string &part : context) {
        QString text = QString::fromStdString(part);
        if (text == u"<root>")
            continue;
        if (text.startsWith(u'[') && text.endsWith(u']'))
            text = text.sliced(1, text.size() - 2);
        parts.append(text);
    }
    return parts.join(u'/');
}

/// The name that valijson quotes at the end of a message about a property.
QString quotedName(const QString &description)
{
    const qsizetype last = description.lastIndexOf(u'\'');
    const qsizetype first = last > 0 ? description.lastIndexOf(u'\'', last - 1) : -1;
    return first < 0 ? QString() : description.sliced(first + 1, last - first - 1);
}

QString below(const QString &parent, const QString &name)
{
    return parent.isEmpty() ? name : parent + u'/' + name;
}

FieldError describe(const valijson::ValidationResults::Error &error)
{
    const QString field = fieldOf(error.context);
    const QString description = QString::fromStdString(error.description);
    if (description.startsWith(u"Missing required property"))
        return {below(field, quotedName(description)), u"is required"_s};
    if (description.contains(u"additionalProperties"))
        return {below(field, quotedName(description).left(64)), u"is not a known field"_s};
    if (description.contains(u"type not permitted") || description.contains(u"Value type"))
        return {field, u"has the wrong type"_s};
    return {field, description.left(1).toLower() + description.mid(1)};
}

} // namespace

SchemaValidator::SchemaValidator(std::unique_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}
SchemaValidator::SchemaValidator(SchemaValidator &&) noexcept = default;
SchemaValidator &SchemaValidator::operator=(SchemaValidator &&) noexcept = default;
SchemaValidator::~SchemaValidator() = default;

SchemaValidator SchemaValidator::compile(const QByteArray &schema)
{
    const QJsonValue document(QJsonDocument::fromJson(schema).object());
    auto compiled = std::make_unique<Compiled>();
    try {
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::QtJsonAdapter(document), compiled->schema);
    } catch (const std::exception &error) {
        qFatal("A JSON Schema of this program does not compile: %s", error.what());
    }
    return SchemaValidator(std::move(compiled));
}

std::vector<FieldError> SchemaValidator::problemsOf(const QJsonObject &object) const
{
    std::vector<FieldError> problems;
    try {
        const QJsonValue value(object);
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(m_compiled->schema, valijson::adapters::QtJsonAdapter(value), &results))
            return problems;

        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            FieldError problem = describe(error);
            // A broken member is reported once more for the object around it; only the innermost says something.
            const bool known =
                std::ranges::any_of(problems, [&](const FieldError &other) { return other.field == problem.field; });
            if (!known && !(problem.field.isEmpty() && !problems.empty()))
                problems.push_back(std::move(problem));
        }
    } catch (const std::exception &) {
        problems.clear();
    }
    if (problems.empty())
        problems.push_back({QString(), u"does not fit the schema"_s});
    return problems;
}

} // namespace gatehouse::http
