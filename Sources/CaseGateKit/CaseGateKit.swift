// CaseGateKit
