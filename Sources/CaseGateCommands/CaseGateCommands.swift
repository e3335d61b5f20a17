// CaseGateCommands
