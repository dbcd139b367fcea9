// Makes the place to sign out of a canvas; without this script a photo of a signature is sent instead.
for (const place of document.querySelectorAll('[data-signature]')) {
  const canvas = place.querySelector('canvas');
  const kept = place.querySelector('input[type=hidden]');
  const clear = place.querySelector('button');
  const photo = document.querySelector('[data-signature-photo]');
  const pen = canvas.getContext('2d');
  let isInked = false;

  const wipe = () => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    isInked = false;
  };
  const pointOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * canvas.width) / box.width,
      ((event.clientY - box.top) * canvas.height) / box.height,
    ];
  };

  place.hidden = false;
  photo.open = false;
  wipe();
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    const [x, y] = pointOf(event);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 0.1, y);
    pen.stroke();
    isInked = true;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...pointOf(event));
    pen.stroke();
  });
  clear.addEventListener('click', wipe);
  place.closest('form').addEventListener('submit', () => {
    kept.value = isInked ? canvas.toDataURL('image/png') : '';
  });
}
