package org.clausebot.policy;

/** Turns the bytes of one document format into blocks. */
interface DocumentReader {
    /**
     * @param bytes the whole file, already within the size limit
     * @throws UnreadableDocumentException when it is encrypted, empty, damaged, a scan, or of another format
     */
    Blocks read(byte[] bytes) throws UnreadableDocumentException;
}
