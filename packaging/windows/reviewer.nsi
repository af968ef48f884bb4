; The installer for Windows: for the person who runs it, without administrator's rights.
; Compiled by packaging/release/windows.py with
;   makensis -DVERSION=... -DSOURCE=the frozen folder -DOUTPUT=... -DICON=... reviewer.nsi
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Reviewer"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"

Name "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\reviewer-desktop.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro TakeAway un
; Only what we put there: a person may have chosen a folder that holds other things too.
Function ${un}TakeAway
  Delete "$INSTDIR\reviewer.exe"
  Delete "$INSTDIR\reviewer-desktop.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
FunctionEnd
!macroend
!insertmacro TakeAway ""
!insertmacro TakeAway "un."

Section "install"
  SetShellVarContext current
  Call TakeAway
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\reviewer-desktop.exe"

  ; A double click on a review opens it; other files are offered under "Open with".
  WriteRegStr HKCU "${CLASSES}\.review\OpenWithProgids" "${NAME}.review" ""
  WriteRegStr HKCU "${CLASSES}\.review" "" "${NAME}.review"
  WriteRegStr HKCU "${CLASSES}\${NAME}.review" "" "Translation review"
  WriteRegStr HKCU "${CLASSES}\${NAME}.review\DefaultIcon" "" "$INSTDIR\reviewer-desktop.exe,0"
  WriteRegStr HKCU "${CLASSES}\${NAME}.review\shell\open\command" "" \
    '"$INSTDIR\reviewer-desktop.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\reviewer-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  Call un.TakeAway
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${CLASSES}\${NAME}.review"
  DeleteRegValue HKCU "${CLASSES}\.review\OpenWithProgids" "${NAME}.review"
  ReadRegStr $0 HKCU "${CLASSES}\.review" ""
  StrCmp $0 "${NAME}.review" 0 +2
  DeleteRegKey HKCU "${CLASSES}\.review"
  ${un.RefreshShellIcons}
SectionEnd
