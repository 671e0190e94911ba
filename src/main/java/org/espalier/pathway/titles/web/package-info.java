@NullMarked
package org.espalier.pathway.titles.web;

import org.jspecify.annotations.NullMarked;
