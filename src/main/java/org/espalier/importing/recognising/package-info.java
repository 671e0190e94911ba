/**
 * Recognisers: an outline becomes a draft framework. Each knows one shape of document and none knows a document: no
 * title, publisher or sentence of a published framework stands here.
 */
@NullMarked
package org.espalier.importing.recognising;

import org.jspecify.annotations.NullMarked;
