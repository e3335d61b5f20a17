/// All contexts; their order does not matter to their content.
enum Catalogue {
  static let plain: [Context] =
    SystemLogs.all + WebServerLogs.all + ServiceLogs.all + Settings.all + Records.all + Terminals.all + Messages.all
    + WindowsFiles.all + KeyFiles.all + CredentialFiles.all + SecurityLogs.all + Innocents.all
  static let contactCentre: [Context] = Events.all + Signalling.all + Strategies.all + Administration.all
  static let hard: [Context] = Escapes.all + Encodings.all + Borders.all + Learning.all
}
