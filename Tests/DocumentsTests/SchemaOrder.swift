/// In what order the schema of ECMA-376 has the children of an element (wml.xsd, transitional).
enum SchemaOrder {
  static let children: [String: [String]] = [
    "pPr": words(
      """
      pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
      shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
      autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
      textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
      """),
    "rPr": words(
      """
      rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
      snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
      fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
      """),
    "tblPr": words(
      """
      tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
      tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
      """),
    "tcPr": words(
      """
      cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
      hideMark
      """),
    "sectPr": words(
      """
      headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
      lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
      docGrid
      """),
    "sdtPr": words(
      """
      rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation
      comboBox date docPartObj docPartList dropDownList picture richText text citation group
      """),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
