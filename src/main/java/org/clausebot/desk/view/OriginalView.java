package org.clausebot.desk.view;

/** The warning before an original file leaves the program. */
public record OriginalView(DeskFrame frame, String reference, CaseView.File file) {}
