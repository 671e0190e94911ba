package org.espalier.importing.recognising;

/**
 * How wide text is when set in type, in thousandths of the type size: in a common sans serif, which stands for any
 * proportional face, or with every character as wide as the next.
 */
enum TypeWidth {
    PROPORTIONAL {
        @Override
        int of(int character) {
            if (character >= ' ' && character < ' ' + ASCII.length) {
                return ASCII[character - ' '];
            }
            return character == '’' || character == '‘' ? 222 : 556;
        }
    },
    EVEN {
        @Override
        int of(int character) {
            return 556;
        }
    };

    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    abstract int of(int character);

    int of(String text) {
        return text.codePoints().map(this::of).sum();
    }
}
