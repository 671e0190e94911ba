// Ticks or unticks everything in a part of a long list in place, and keeps each part's count.

const boxes = part => [...part.querySelectorAll('input[type=checkbox]')]

function count (part) {
  const counter = [...part.querySelectorAll('[data-tick-count]')].find(one => one.closest('[data-tick-part]') === part)
  if (counter) counter.textContent = boxes(part).filter(box => box.checked).length
}

function countAround (element) {
  for (let part = element.closest('[data-tick-part]'); part; part = part.parentElement.closest('[data-tick-part]')) {
    count(part)
    part.querySelectorAll('[data-tick-part]').forEach(count)
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-tick-all]')
  const part = button?.closest('[data-tick-part]')
  if (!part) return
  event.preventDefault()
  boxes(part).forEach(box => { box.checked = button.dataset.tickAll === 'true' })
  countAround(button)
})

document.addEventListener('change', event => {
  if (event.target.matches('[data-tick-part] input[type=checkbox]')) countAround(event.target)
})
