/// Everything that can be generated.
package enum Catalogue {
  /// The logs that grow with each call, in the order in which they are written.
  ///
  /// The order is part of what a seed means: new ones go at the end.
  package static let logs: [any LogFormat] = [
    SIPServerLog(), EventServerLog(), RouterLog(), OrchestrationLog(), WebServiceLog(), AccessLog(), StatisticsLog(),
    ConfigurationLog(), MediaLog(), OutboundLog(), DesktopLog(), ContactList(), InteractionEvents(),
  ]

  /// The files that a bundle holds once.
  package static let singleFiles: [any SingleFile] = [
    ServerSettings(), WebProperties(), ClusterSettings(), ServletSettings(), EnvironmentFile(), ProxySettings(),
    PersonExport(), ShiftNotes(), SystemReport(),
  ]
}
