internal import CaseGateCommands

Tool.main(Array(CommandLine.arguments.dropFirst()))
