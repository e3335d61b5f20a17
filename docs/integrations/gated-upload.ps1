<#
.SYNOPSIS
Runs an upload only when the case is ready and every bundle is clean, and keeps the receipt.

.EXAMPLE
./gated-upload.ps1 -Bundle clean.zip -Command curl, -T, '{}', https://upload.example.com/

.NOTES
Exit status: that of 'casegate gate': 0 sent, 1 blocked, 2 undecided, 4 passed but the command failed.
#>
[CmdletBinding()]
param(
  [Parameter(Mandatory)] [string[]] $Bundle,
  [Parameter(Mandatory)] [string[]] $Command,
  [string] $Case = 'case.yaml',
  [string] $Customer = 'customer.yaml',
  # From 'casegate key new --signing'; without it there is no receipt.
  [string] $SigningKey,
  [string] $Receipts = 'receipts',
  [string] $Casegate = 'casegate'
)
$ErrorActionPreference = 'Stop'
if (-not (Get-Command $Casegate -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine("'$Casegate' is not there; name it with -Casegate")
  exit 2
}
$options = @('--case', $Case, '--customer', $Customer)
if ($SigningKey) {
  New-Item -ItemType Directory -Force -Path $Receipts | Out-Null
  $name = '{0:yyyyMMddTHHmmssZ}-{1}.json' -f (Get-Date).ToUniversalTime(), $PID
  $options += @('--signing-key', $SigningKey, '--receipt', (Join-Path $Receipts $name))
}
& $Casegate gate @options @Bundle -- @Command
$status = $LASTEXITCODE
switch ($status) {
  0 { }
  1 { [Console]::Error.WriteLine('not sent: mend what is listed above, and try again') }
  4 { [Console]::Error.WriteLine('not sent: everything passed, but the upload itself failed; try again') }
  default { [Console]::Error.WriteLine('not sent: it could not be decided whether it may be') }
}
exit $status
