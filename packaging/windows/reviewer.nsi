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

!macro Open SUFFIX WORDS
  WriteRegStr HKCU "${CLASSES}\.${SUFFIX}\OpenWithProgids" "${NAME}.${SUFFIX}" ""
  WriteRegStr HKCU "${CLASSES}\.${SUFFIX}" "" "${NAME}.${SUFFIX}"
  WriteRegStr HKCU "${CLASSES}\${NAME}.${SUFFIX}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${NAME}.${SUFFIX}\DefaultIcon" "" "$INSTDIR\reviewer-desktop.exe,0"
  WriteRegStr HKCU "${CLASSES}\${NAME}.${SUFFIX}\shell\open\command" "" \
    '"$INSTDIR\reviewer-desktop.exe" "%1"'
!macroend

Section "install"
  SetShellVarContext current
  Call TakeAway
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\reviewer-desktop.exe"

  ; A double click on a review, or on a set of them, opens it.
  !insertmacro Open "review" "Translation review"
  !insertmacro Open "reviewset" "Set of translation reviews"

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
  !macro Forget SUFFIX
    DeleteRegKey HKCU "${CLASSES}\${NAME}.${SUFFIX}"
    DeleteRegValue HKCU "${CLASSES}\.${SUFFIX}\OpenWithProgids" "${NAME}.${SUFFIX}"
    ReadRegStr $0 HKCU "${CLASSES}\.${SUFFIX}" ""
    StrCmp $0 "${NAME}.${SUFFIX}" 0 +2
    DeleteRegKey HKCU "${CLASSES}\.${SUFFIX}"
  !macroend
  !insertmacro Forget "review"
  !insertmacro Forget "reviewset"
  ${un.RefreshShellIcons}
SectionEnd
