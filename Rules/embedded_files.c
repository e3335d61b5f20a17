#include "CRulePacks.h"

/* One block and one table line per file. A test compares the table with the folder. */
static const unsigned char notations_pairs[] = {
#embed "notations/pairs.yaml"
};
static const unsigned char words_names[] = {
#embed "words/names.yaml"
};
static const unsigned char pii_contact[] = {
#embed "pii/contact.yaml"
};
static const unsigned char pii_contact_centre[] = {
#embed "pii/contact-centre.yaml"
};
static const unsigned char pii_finance[] = {
#embed "pii/finance.yaml"
};
static const unsigned char pii_identity[] = {
#embed "pii/identity.yaml"
};
static const unsigned char pii_network[] = {
#embed "pii/network.yaml"
};
static const unsigned char pii_administration[] = {
#embed "pii/administration.yaml"
};
static const unsigned char pii_paths[] = {
#embed "pii/paths.yaml"
};
static const unsigned char secrets_credentials[] = {
#embed "secrets/credentials.yaml"
};
static const unsigned char pii_telecom[] = {
#embed "pii/telecom.yaml"
};
static const unsigned char pii_devices[] = {
#embed "pii/devices.yaml"
};
static const unsigned char pii_health[] = {
#embed "pii/health.yaml"
};
static const unsigned char pii_identity_americas[] = {
#embed "pii/identity-americas.yaml"
};
static const unsigned char pii_identity_europe[] = {
#embed "pii/identity-europe.yaml"
};
static const unsigned char pii_identity_world[] = {
#embed "pii/identity-world.yaml"
};
static const unsigned char pii_prose[] = {
#embed "pii/prose.yaml"
};
static const unsigned char pii_systems[] = {
#embed "pii/systems.yaml"
};
static const unsigned char secrets_ai[] = {
#embed "secrets/ai.yaml"
};
static const unsigned char secrets_chat[] = {
#embed "secrets/chat.yaml"
};
static const unsigned char secrets_ci[] = {
#embed "secrets/ci.yaml"
};
static const unsigned char secrets_cloud[] = {
#embed "secrets/cloud.yaml"
};
static const unsigned char secrets_commands[] = {
#embed "secrets/commands.yaml"
};
static const unsigned char secrets_mail[] = {
#embed "secrets/mail.yaml"
};
static const unsigned char secrets_monitoring[] = {
#embed "secrets/monitoring.yaml"
};
static const unsigned char secrets_payment[] = {
#embed "secrets/payment.yaml"
};
static const unsigned char secrets_registries[] = {
#embed "secrets/registries.yaml"
};
static const unsigned char secrets_services[] = {
#embed "secrets/services.yaml"
};
static const unsigned char secrets_source_control[] = {
#embed "secrets/source-control.yaml"
};
static const unsigned char intake_issues[] = {
#embed "intake/issues.yaml"
};
static const unsigned char intake_products[] = {
#embed "intake/products.yaml"
};
static const unsigned char intake_responsibilities_channels[] = {
#embed "intake/responsibilities/channels.yaml"
};
static const unsigned char intake_responsibilities_contacts[] = {
#embed "intake/responsibilities/contacts.yaml"
};
static const unsigned char intake_responsibilities_customer[] = {
#embed "intake/responsibilities/customer.yaml"
};
static const unsigned char intake_responsibilities_definitions[] = {
#embed "intake/responsibilities/definitions.yaml"
};
static const unsigned char intake_responsibilities_scope[] = {
#embed "intake/responsibilities/scope.yaml"
};
static const unsigned char intake_responsibilities_service_levels[] = {
#embed "intake/responsibilities/service-levels.yaml"
};
static const unsigned char intake_responsibilities_severity_rules[] = {
#embed "intake/responsibilities/severity-rules.yaml"
};
static const unsigned char intake_responsibilities_vendor[] = {
#embed "intake/responsibilities/vendor.yaml"
};
static const unsigned char intake_severities[] = {
#embed "intake/severities.yaml"
};
static const unsigned char intake_symptoms[] = {
#embed "intake/symptoms.yaml"
};
static const unsigned char intake_targets[] = {
#embed "intake/targets.yaml"
};
static const unsigned char intake_topics[] = {
#embed "intake/topics.yaml"
};
static const unsigned char intake_waivers[] = {
#embed "intake/waivers.yaml"
};
static const unsigned char intake_wording[] = {
#embed "intake/wording.yaml"
};

static const unsigned char schemas_case[] = {
#embed "schemas/case.json"
};
static const unsigned char schemas_config[] = {
#embed "schemas/config.json"
};
static const unsigned char schemas_customer[] = {
#embed "schemas/customer.json"
};
static const unsigned char schemas_report[] = {
#embed "schemas/report.json"
};
static const unsigned char schemas_rules[] = {
#embed "schemas/rules.json"
};
static const unsigned char schemas_waivers[] = {
#embed "schemas/waivers.json"
};
static const unsigned char starters_case[] = {
#embed "starters/case.yaml"
};
static const unsigned char starters_customer[] = {
#embed "starters/customer.yaml"
};
static const unsigned char starters_questions[] = {
#embed "starters/questions.yaml"
};

static const casegate_embedded_file files[] = {
    {"schemas/case.json", schemas_case, sizeof schemas_case},
    {"schemas/config.json", schemas_config, sizeof schemas_config},
    {"schemas/customer.json", schemas_customer, sizeof schemas_customer},
    {"schemas/report.json", schemas_report, sizeof schemas_report},
    {"schemas/rules.json", schemas_rules, sizeof schemas_rules},
    {"schemas/waivers.json", schemas_waivers, sizeof schemas_waivers},
    {"starters/case.yaml", starters_case, sizeof starters_case},
    {"starters/questions.yaml", starters_questions, sizeof starters_questions},
    {"starters/customer.yaml", starters_customer, sizeof starters_customer},
    {"notations/pairs.yaml", notations_pairs, sizeof notations_pairs},
    {"words/names.yaml", words_names, sizeof words_names},
    {"pii/contact.yaml", pii_contact, sizeof pii_contact},
    {"pii/contact-centre.yaml", pii_contact_centre, sizeof pii_contact_centre},
    {"pii/finance.yaml", pii_finance, sizeof pii_finance},
    {"pii/identity.yaml", pii_identity, sizeof pii_identity},
    {"pii/network.yaml", pii_network, sizeof pii_network},
    {"pii/administration.yaml", pii_administration, sizeof pii_administration},
    {"pii/paths.yaml", pii_paths, sizeof pii_paths},
    {"secrets/credentials.yaml", secrets_credentials, sizeof secrets_credentials},
    {"pii/telecom.yaml", pii_telecom, sizeof pii_telecom},
    {"pii/devices.yaml", pii_devices, sizeof pii_devices},
    {"pii/health.yaml", pii_health, sizeof pii_health},
    {"pii/identity-americas.yaml", pii_identity_americas, sizeof pii_identity_americas},
    {"pii/identity-europe.yaml", pii_identity_europe, sizeof pii_identity_europe},
    {"pii/identity-world.yaml", pii_identity_world, sizeof pii_identity_world},
    {"pii/prose.yaml", pii_prose, sizeof pii_prose},
    {"pii/systems.yaml", pii_systems, sizeof pii_systems},
    {"secrets/ai.yaml", secrets_ai, sizeof secrets_ai},
    {"secrets/chat.yaml", secrets_chat, sizeof secrets_chat},
    {"secrets/ci.yaml", secrets_ci, sizeof secrets_ci},
    {"secrets/cloud.yaml", secrets_cloud, sizeof secrets_cloud},
    {"secrets/commands.yaml", secrets_commands, sizeof secrets_commands},
    {"secrets/mail.yaml", secrets_mail, sizeof secrets_mail},
    {"secrets/monitoring.yaml", secrets_monitoring, sizeof secrets_monitoring},
    {"secrets/payment.yaml", secrets_payment, sizeof secrets_payment},
    {"secrets/registries.yaml", secrets_registries, sizeof secrets_registries},
    {"secrets/services.yaml", secrets_services, sizeof secrets_services},
    {"secrets/source-control.yaml", secrets_source_control, sizeof secrets_source_control},
    {"intake/issues.yaml", intake_issues, sizeof intake_issues},
    {"intake/products.yaml", intake_products, sizeof intake_products},
    {"intake/responsibilities/channels.yaml", intake_responsibilities_channels, sizeof intake_responsibilities_channels},
    {"intake/responsibilities/contacts.yaml", intake_responsibilities_contacts, sizeof intake_responsibilities_contacts},
    {"intake/responsibilities/customer.yaml", intake_responsibilities_customer, sizeof intake_responsibilities_customer},
    {"intake/responsibilities/definitions.yaml", intake_responsibilities_definitions, sizeof intake_responsibilities_definitions},
    {"intake/responsibilities/scope.yaml", intake_responsibilities_scope, sizeof intake_responsibilities_scope},
    {"intake/responsibilities/service-levels.yaml", intake_responsibilities_service_levels, sizeof intake_responsibilities_service_levels},
    {"intake/responsibilities/severity-rules.yaml", intake_responsibilities_severity_rules, sizeof intake_responsibilities_severity_rules},
    {"intake/responsibilities/vendor.yaml", intake_responsibilities_vendor, sizeof intake_responsibilities_vendor},
    {"intake/severities.yaml", intake_severities, sizeof intake_severities},
    {"intake/symptoms.yaml", intake_symptoms, sizeof intake_symptoms},
    {"intake/targets.yaml", intake_targets, sizeof intake_targets},
    {"intake/topics.yaml", intake_topics, sizeof intake_topics},
    {"intake/waivers.yaml", intake_waivers, sizeof intake_waivers},
    {"intake/wording.yaml", intake_wording, sizeof intake_wording},
};

size_t casegate_embedded_count(void) { return sizeof files / sizeof files[0]; }
casegate_embedded_file casegate_embedded_at(size_t index) { return files[index]; }
