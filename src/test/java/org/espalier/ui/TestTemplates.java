package org.espalier.ui;

/** The templates without an application around them. */
public final class TestTemplates {
    private TestTemplates() {}

    public static Templates templates() {
        return new Templates(new JteViews().templateEngine());
    }
}
