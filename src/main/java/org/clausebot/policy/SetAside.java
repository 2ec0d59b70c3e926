package org.clausebot.policy;

/**
 * A part of a document that is in no clause, and why, so that a person who imports it can check that nothing is lost.
 *
 * @param source where it stands
 * @param reason why it is in no clause
 */
public record SetAside(Span source, Reason reason) {
    /** Its words, also where they are passed over in the midst of a clause. */
    public String words(DocumentText document) {
        return DocumentText.fold(document.text().substring(source.start(), source.end()));
    }

    /** Why a part of a document is in no clause. */
    public enum Reason {
        /** The document's title, its school, its motto. */
        TITLE,
        /** A list of contents. */
        CONTENTS,
        /** A header, footer or page number that runs through the pages. */
        PAGE_FURNITURE,
        /** A table or lines of versions, authors and dates. */
        DOCUMENT_CONTROL,
        /** Menus, banners and footers of a web page. */
        NAVIGATION,
        /** A place to sign. */
        FORM,
        /** Taken out of a clause by hand. */
        TAKEN_OUT,
        /** Not understood: a person should look. */
        UNPLACED
    }
}
