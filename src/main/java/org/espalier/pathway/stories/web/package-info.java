@NullMarked
package org.espalier.pathway.stories.web;

import org.jspecify.annotations.NullMarked;
